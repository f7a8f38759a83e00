// What was done and to whom: by the label that the undo log keeps of it, and by what it touched.

import { i18n } from '@lingui/core';
import { plural, select, t } from '@lingui/core/macro';

import { todayMark } from '../../src-shared/domain/today-mark.ts';
import type { Told, ToldRecord } from '../../src-shared/records/told.ts';
import { say, sayIfKnown } from '../../src-shared/words/say.ts';
import { commaWords, listWords, quoted } from './in-language.ts';

/** What was done, where nothing is known of whom. `label` is an action's label, which a newer Rapport may have more of. */
export const doneWords = (label: string, count: number): string =>
  sayIfKnown(`done.${label}`, { count }) ?? say('done.other');

/** A sentence about what is named; undefined where the label says it all. */
export function doneTo(label: string, names: string): string | undefined {
  switch (label) {
    case 'create':
      return t`Added ${names}`;
    case 'edit':
      return t`Changed ${names}`;
    case 'trash':
      return t`Moved ${names} to the trash`;
    case 'restore':
      return t`Brought ${names} back from the trash`;
    case 'erase':
      return t`Erased ${names} for good`;
    case 'import':
      return t`Imported ${names}`;
    case 'merge':
      return t`Merged ${names}`;
    case 'unmerge':
      return t`Took apart ${names}`;
    case 'share':
      return t`Shared ${names} with the team`;
    default:
      return undefined;
  }
}

/** What a command did. */
export function toldWords(label: string, told: Told): string | undefined {
  const [first] = told.shown;
  if (first === undefined) return undefined;
  if (label === 'create' && told.count === 1) {
    if (first.kind === todayMark.kind) return markWords(first);
    const logged = loggedWords(first);
    if (logged !== undefined) return logged;
  }
  return doneTo(label, thingsWords(told));
}

/** What an undo took back, which an addition is called after. */
export function undoneWords(label: string, told: Told): string | undefined {
  const [first] = told.shown;
  if (label !== 'create' || first === undefined || first.kind === todayMark.kind)
    return toldWords(label, told);
  return thingsWords(told);
}

/** By name as far as there are few, else as a number. */
export function thingsWords({ shown, count, of }: Told): string {
  const more = count - shown.length;
  if (more > 0 && of !== undefined)
    return of === 'people'
      ? plural(count, { one: '# person', other: '# people' })
      : plural(count, { one: '# group', other: '# groups' });
  const names = shown.map(thingWords);
  return commaWords(
    more > 0 ? [...names, plural(more, { one: '# more', other: '# more' })] : names,
  );
}

/** One record in a sentence. */
function thingWords(record: ToldRecord): string {
  const { kind, name } = record;
  const what = name === '' ? '' : quoted(name);
  if (kind === todayMark.kind) return markWords(record);
  if (ownName.has(kind)) return name === '' ? kindWords(kind) : name;
  const who = whoOf(record);
  if (who !== '') {
    const thing = withWhom(kind, who);
    if (thing !== '') return thing;
  }
  if (what === '') return who === '' ? kindWords(kind) : `${kindWords(kind)} (${who})`;
  return select(kind, {
    promise: `the promise ${what}`,
    reminder: `the reminder ${what}`,
    field: `the field ${what}`,
    tag: `the tag ${what}`,
    template: `the template ${what}`,
    view: `the view ${what}`,
    other: what,
  });
}

const ownName = new Set(['person', 'organisation', 'bucket', 'community']);
const kindWords = (kind: string): string => sayIfKnown(`kind.${kind}`) ?? say('done.something');
const whoOf = ({ about }: ToldRecord): string => listWords(about);

const withWhom = (kind: string, who: string): string =>
  select(kind, {
    call: `the call with ${who}`,
    meeting: `the meeting with ${who}`,
    message: `the message with ${who}`,
    note: `the note about ${who}`,
    comment: `the comment about ${who}`,
    tie: `the role of ${who}`,
    other: '',
  });

function loggedWords(record: ToldRecord): string | undefined {
  const who = whoOf(record);
  if (who === '') return undefined;
  switch (record.kind) {
    case 'call':
      return t`Logged a call with ${who}`;
    case 'meeting':
      return t`Logged a meeting with ${who}`;
    case 'message':
      return t`Logged a message with ${who}`;
    case 'note':
      return t`Logged a note about ${who}`;
    default:
      return undefined;
  }
}

/** What was said of a row of Today. */
function markWords(record: ToldRecord): string {
  const who = whoOf(record) || kindWords(record.kind);
  switch (record.state) {
    case 'pinned':
      return t`Pinned ${who}`;
    case 'not-mine':
      return t`Not mine: ${who}`;
    case 'snoozed':
      return putOffWords(who, record.until);
    default:
      return t`Done: ${who}`;
  }
}

export function putOffWords(who: string, until: string | undefined): string {
  if (until === 'contact') return t`Put off: ${who} until we are next in touch`;
  if (until === 'post') return t`Put off: ${who} until they next publish something`;
  const day = dayWords(until ?? '');
  return day === '' ? t`Put off: ${who}` : t`Put off: ${who} until ${day}`;
}

function dayWords(stored: string): string {
  const at = Date.parse(`${stored}T12:00:00Z`);
  if (Number.isNaN(at)) return '';
  const how = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(i18n.locales ?? i18n.locale, how).format(at);
}
