// Every program whose files are recognised. Adding one is a file and a line here.

import { rapportTarget } from '../../../rapport-csv.ts';
import { hubspot, mailchimp, pipedrive, salesforce, zoho } from './crm.ts';
import { erpnext } from './erpnext.ts';
import { googleCsv, googleCsvLegacy } from './google.ts';
import { linkedinConnections } from './linkedin.ts';
import { outlookCsv } from './outlook.ts';
import type { ImportFormat } from './import-format.ts';

export const rapportCsvId = 'rapport-csv';

const formats: readonly ImportFormat[] = [
  googleCsv,
  googleCsvLegacy,
  outlookCsv,
  linkedinConnections,
  hubspot,
  salesforce,
  zoho,
  pipedrive,
  mailchimp,
  erpnext,
];

export const formatById: ReadonlyMap<string, ImportFormat> = new Map(
  formats.map((format) => [format.id, format]),
);

export type HeaderReader = (header: string) => string | undefined;

export const foldHeader = (header: string): string =>
  header
    .trim()
    .toLowerCase()
    .replace(/[\s*_]+/g, ' ')
    .trim();

/** Reads the headers of one program. The lossless CSV has a codec of its own. */
export function headerReader(id: string): HeaderReader {
  if (id === rapportCsvId) return rapportTarget;
  const format = formatById.get(id);
  if (format === undefined) return () => undefined;
  const columns = new Map(
    Object.entries(format.columns).map(([header, target]) => [foldHeader(header), target]),
  );
  const patterns = new Map(
    Object.entries(format.patterns ?? {}).map(([header, target]) => [foldHeader(header), target]),
  );
  return (header) => {
    const folded = foldHeader(header);
    const fixed = columns.get(folded);
    if (fixed !== undefined) return fixed;
    const number = /(?:^|\s)(\d{1,6})(?=\s|$)/.exec(folded)?.[1];
    return number === undefined
      ? undefined
      : patterns.get(folded.replace(number, '{n}'))?.replace('{n}', number);
  };
}

/** The program with the longest signature that is all there. */
export function recognise(header: readonly string[]): string | undefined {
  if (header[0] === 'id' && header[1] === 'scope' && header.includes('fullName'))
    return rapportCsvId;
  const folded = new Set(header.map(foldHeader));
  const fit = ({ signatures }: ImportFormat) =>
    Math.max(
      0,
      ...signatures
        .filter((headers) => headers.every((one) => folded.has(foldHeader(one))))
        .map(({ length }) => length),
    );
  const best = formats.toSorted((a, b) => fit(b) - fit(a))[0];
  return best === undefined || fit(best) === 0 ? undefined : best.id;
}
