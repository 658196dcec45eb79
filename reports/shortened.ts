import type { Report } from './report.ts';

/** The report with all its texts and names at most `most` characters long, for a place that cannot hold more; numbers are as they are. */
export function shortened(report: Report, most: number): Report {
  const cut = (text: string) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  return JSON.parse(JSON.stringify(report), (_, value: unknown) => {
    if (typeof value === 'string') return cut(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    // An object is made anew only for a name that is cut: there may be millions.
    if (Object.keys(value).every((name) => name.length <= most)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [cut(name), each]));
  });
}
