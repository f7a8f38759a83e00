// Everything that is known of one person as a page that any browser shows: it loads nothing and
// runs nothing, whatever stands in it.

export type EverythingRow = {
  what: string;
  value: string;
  /** Who set it, when and from where. */
  source: string;
};

export type EverythingPage = {
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  /** Lines of explanation under the title. */
  lines: readonly string[];
  columns: { what: string; value: string; source: string };
  sections: readonly { title: string; rows: readonly EverythingRow[] }[];
};

const signs: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? '');

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
td:nth-child(2){white-space:pre-wrap}td:nth-child(3){color:#555;font-size:.85em}`;

export function everythingHtml(page: EverythingPage): string {
  const { language, direction, title, lines, columns, sections } = page;
  const head = [columns.what, columns.value, columns.source]
    .map((text) => `<th scope="col">${escaped(text)}</th>`)
    .join('');
  const tables = sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ title: name, rows }) => {
      const body = rows
        .map(
          ({ what, value, source }) =>
            `<tr><td>${escaped(what)}</td><td dir="auto">${escaped(value)}</td><td>${escaped(source)}</td></tr>`,
        )
        .join('\n');
      return `<h2>${escaped(name)}</h2>\n<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
    });
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${direction}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><h1 dir="auto">${escaped(title)}</h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
${tables.join('\n')}
</body></html>
`;
}

/** A name of a file that every system takes, each once. */
export function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      name
        .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
        .replace(/^\.+/, '_')
        .slice(0, 120) || 'file';
    let free = plain;
    for (let at = 2; taken.has(free.toLowerCase()); at++) free = `${at} ${plain}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
