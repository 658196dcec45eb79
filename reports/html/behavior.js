// The page's script. It reads the page and never writes text of the report into it as HTML.

const form = document.getElementById('filter');
const statements = [...document.querySelectorAll('.statement')];
const searched = new Map(statements.map((each) => [each, each.textContent.toLowerCase()]));

function announce(text) {
  document.getElementById('announcement').textContent = text;
}

// Filter: the controls are the state, and the query of the address is a copy of it that can be shared.

function applyFilter() {
  const chosen = new FormData(form);
  const verdicts = chosen.getAll('verdict');
  const section = chosen.get('section');
  const words = chosen.get('search').toLowerCase().split(/\s+/);
  for (const each of statements) {
    const { reading } = each.dataset;
    each.hidden =
      (verdicts.length > 0 && !verdicts.includes(reading)) ||
      (section !== '' && section !== each.dataset.section) ||
      !words.every((word) => searched.get(each).includes(word));
  }
  for (const part of document.querySelectorAll('.part')) {
    part.hidden = !part.querySelector('.statement:not([hidden])');
  }
  const left = statements.filter((each) => !each.hidden).length;
  const all = left === statements.length;
  const text = all ? `All ${left} statements are shown.` : `${left} of ${statements.length} statements are shown.`;
  document.getElementById('filter-count').textContent = text;
}

function rememberFilter() {
  const given = [...new FormData(form)].filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  history.replaceState(null, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
}

function recallFilter() {
  const query = new URLSearchParams(location.search);
  for (const box of form.querySelectorAll('[name=verdict]')) box.checked = query.getAll('verdict').includes(box.value);
  form.elements.section.value = query.get('section') ?? '';
  if (form.elements.section.selectedIndex < 0) form.elements.section.value = '';
  form.elements.search.value = query.get('search') ?? '';
}

function changeFilter() {
  applyFilter();
  rememberFilter();
}

function showAll() {
  form.reset();
  changeFilter();
}

form.addEventListener('input', changeFilter);
form.addEventListener('submit', (event) => event.preventDefault());
form.querySelector('[type=reset]').addEventListener('click', showAll);
document.addEventListener('keydown', (event) => {
  const writing = event.target.closest?.('input, select, textarea');
  if (event.key !== '/' || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  form.elements.search.focus();
});

// A link leads to its target even if that is filtered out or folded.

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  if (target.closest('[hidden]')) showAll();
  target.querySelector(':scope > details')?.setAttribute('open', '');
  for (let each = target.closest('details'); each; each = each.parentElement.closest('details')) each.open = true;
  target.scrollIntoView();
}

addEventListener('hashchange', reveal);
document.addEventListener('click', (event) => {
  // A second click on the same link changes no hash.
  if (event.target.closest?.('a')?.getAttribute('href') === location.hash && location.hash !== '') reveal();
});

// Copying.

async function copy(button) {
  const code = button.parentElement.querySelector('code');
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    if (!document.execCommand('copy')) return announce('Selected: copy it with the keyboard');
  }
  button.textContent = 'Copied';
  announce('Copied');
}

for (const button of document.querySelectorAll('.copy')) {
  button.hidden = false;
  button.addEventListener('click', () => copy(button));
  button.addEventListener('blur', () => {
    button.textContent = 'Copy';
    announce('');
  });
}

// Light and dark: the system's choice until the reader makes another.

const theme = document.getElementById('theme');
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (document.documentElement.dataset.theme ?? (prefersDark.matches ? 'dark' : 'light')) === 'dark';

function labelTheme() {
  theme.textContent = isDark() ? 'Light' : 'Dark';
  theme.ariaLabel = `${theme.textContent} colors`;
}

theme.addEventListener('click', () => {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  labelTheme();
});
prefersDark.addEventListener('change', labelTheme);

// A box that scrolls is a stop of the keyboard; a box that does not scroll is none.

function markScrolling() {
  for (const box of document.querySelectorAll('.scroll')) {
    if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  }
}

addEventListener('resize', markScrolling);
document.addEventListener('toggle', markScrolling, true);

// On paper nothing is folded.

addEventListener('beforeprint', () => {
  for (const each of document.querySelectorAll('details:not([open])')) {
    each.open = true;
    each.dataset.folded = '';
  }
});
addEventListener('afterprint', () => {
  for (const each of document.querySelectorAll('details[data-folded]')) {
    each.open = false;
    delete each.dataset.folded;
  }
});

form.hidden = false;
theme.hidden = false;
labelTheme();
recallFilter();
applyFilter();
reveal();
markScrolling();
