// A card's jobs: companies with the title that stands beside each.

import { cardRole, readRoleDetail } from '../../rapport-card-role.ts';
import { addOnce } from '../entry/add-value.ts';
import { type Incoming, type IncomingRole, makeItem } from '../entry/incoming.ts';
import { parseDate } from '../../../values/date.ts';
import type { CardProperty } from './card.ts';

type Said = { text: string; group: string };
type Job = { role: IncomingRole; group: string };

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
  const give = (job: Job, said: Said | undefined): void => {
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
  jobs.push(...furtherJobs(textsOf));
  addOurs(jobs, textsOf);
  addDetails(incoming, jobs, textsOf(cardRole.detail));
  incoming.roles.push(...jobs.map(({ role }) => role));
  const titled = new Set(shown.map(({ text }) => text));
  const notes = [...left, ...others.filter(({ text }) => !titled.has(text))].map(
    ({ text }) => text,
  );
  if (notes.length > 0) incoming.fields['jobNote'] ??= [...new Set(notes)].join('\n');
}

type TextsOf = (property: string) => Said[];

/** Those beyond the first in a card of ours. */
const furtherJobs = (textsOf: TextsOf): Job[] =>
  textsOf(cardRole.organisation).map(({ text, group }) => ({
    role: { organisation: text },
    group,
  }));

/** What we say of the company in the same group, or of the one without. */
function addOurs(jobs: readonly Job[], textsOf: TextsOf): void {
  for (const part of ['title', 'department', 'start', 'until'] as const)
    for (const { text, group } of textsOf(cardRole[part])) {
      const job = jobs.find((one) => one.group === group);
      const isDay = part === 'start' || part === 'until';
      const value = isDay ? parseDate(text, 'ymd') : text;
      if (job !== undefined && value !== undefined && value !== '') job.role[part] ??= value;
    }
}

/** Of the company in their group; where there is none they are details of the person. */
function addDetails(incoming: Incoming, jobs: readonly Job[], said: readonly Said[]): void {
  for (const { text, group } of said) {
    const detail = readRoleDetail(text);
    const job =
      jobs.find((one) => one.group === group) ?? (jobs.length === 1 ? jobs[0] : undefined);
    if (detail !== undefined && job !== undefined) (job.role.details ??= []).push(detail);
    else addOnce(incoming, 'custom', makeItem(detail?.value ?? text, detail?.label ?? 'role'));
  }
}

function jobOf({ values, group }: CardProperty): Job[] {
  const [organisation = '', ...units] = values.map((one) => one.trim());
  const department = units.filter(Boolean).join(', ');
  if (organisation === '') return [];
  return [{ role: { organisation, ...(department === '' ? {} : { department }) }, group }];
}
