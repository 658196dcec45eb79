import type { Report } from './report.ts';

/** The report with all its texts and names at most `most` characters long, for a place that cannot hold more; itself if they are. */
export function shortened(report: Report, most: number): Report {
  let changed = false;
  const cut = (text: string) => {
    if (text.length <= most) return text;
    changed = true;
    return `${text.slice(0, most - 1)}…`;
  };
  const short: Report = JSON.parse(JSON.stringify(report), (_, value: unknown) => {
    if (typeof value === 'string') return cut(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    // An object is made anew only for a name that is cut: there may be millions.
    if (Object.keys(value).every((name) => name.length <= most)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [cut(name), each]));
  });
  return changed ? short : report;
}
