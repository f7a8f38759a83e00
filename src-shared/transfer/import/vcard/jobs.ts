// A card's jobs: companies with the title that stands beside each.

import type { Incoming, IncomingRole } from '../entry/incoming.ts';
import type { CardProperty } from './card.ts';

type Said = { text: string; group: string };

/**
 * A title belongs to the company of its group, else to the next one without a title; what
 * belongs to none is a note about the work.
 */
export function addJobs(incoming: Incoming, properties: readonly CardProperty[]): void {
  const textsOf = (wanted: string): Said[] =>
    properties
      .filter(({ name }) => name === wanted)
      .map(({ values, group }) => ({ text: values.join(', ').trim(), group }))
      .filter(({ text }) => text !== '');
  const titles = textsOf('title');
  const [shown, others] = titles.length > 0 ? [titles, textsOf('role')] : [textsOf('role'), []];
  const left = new Set(shown);
  const jobs = properties.filter(({ name }) => name === 'org').flatMap(jobOf);
  const give = (job: (typeof jobs)[number], said: Said | undefined): void => {
    if (said === undefined || job.role.title !== undefined) return;
    left.delete(said);
    job.role.title = said.text;
  };
  for (const job of jobs)
    if (job.group !== '')
      give(
        job,
        shown.find((one) => left.has(one) && one.group === job.group),
      );
  for (const job of jobs)
    give(
      job,
      shown.find((one) => left.has(one)),
    );
  incoming.roles.push(...jobs.map(({ role }) => role));
  const titled = new Set(shown.map(({ text }) => text));
  const notes = [...left, ...others.filter(({ text }) => !titled.has(text))].map(
    ({ text }) => text,
  );
  if (notes.length > 0) incoming.fields['jobNote'] ??= [...new Set(notes)].join('\n');
}

function jobOf({ values, group }: CardProperty): { role: IncomingRole; group: string }[] {
  const [organisation = '', ...units] = values.map((one) => one.trim());
  const department = units.filter(Boolean).join(', ');
  if (organisation === '') return [];
  return [{ role: { organisation, ...(department === '' ? {} : { department }) }, group }];
}
