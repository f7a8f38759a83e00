// What was just done, by what was asked for: the name that was added, the field that was saved.

import { plural, t } from '@lingui/core/macro';

import type { RecordContent } from '../../src-shared/domain/kind.ts';
import { runVisit } from '../../src-shared/domain/round.ts';
import type { Change, Command, CommandOf } from '../../src-shared/records/command.ts';
import type { Told } from '../../src-shared/records/told.ts';
import { sayIfKnown } from '../../src-shared/words/say.ts';
import { putOffWords, thingsWords, toldWords } from './done-words.ts';

/** Undefined where the label of the action says it all. */
export function askedWords(command: Command, count: number, told?: Told): string | undefined {
  if (command.type === 'tags') return tagged(command);
  if (command.type === 'create') {
    const [visit] = command.records;
    if (visit !== undefined && command.records.every(({ kind }) => kind === runVisit.kind))
      return sayIfKnown(`field.run-visit.outcome.${outcomeOf(visit.fields)}`);
  }
  if (count !== 1) return command.type === 'judge' ? judged(command) : undefined;
  switch (command.type) {
    case 'edit': {
      const standing = standingWords(command.changes, told);
      if (standing !== undefined) return standing;
      const label = fieldOf(command.changes);
      if (label !== undefined) return t`Saved: ${label}`;
      return told === undefined ? t`Saved` : toldWords('edit', told);
    }
    case 'judge':
      return judged(command);
    case 'resolve-conflict':
      return command.choice === 'keep' && command.instead === undefined
        ? t`Decided: what is shown stays`
        : t`Decided: the other value is taken`;
    default:
      return undefined;
  }
}

const outcomeOf = (fields: RecordContent['fields'] = {}): string => {
  const { outcome } = fields;
  return typeof outcome === 'string' ? outcome : '';
};

const judged = ({ says }: CommandOf<'judge'>): string =>
  says === 'distinct' ? t`Decided: they are not the same` : t`Decided: they may be the same`;

/** What was done with a promise or a reminder, by name where it is known. */
function standingWords(changes: readonly Change[], told: Told | undefined): string | undefined {
  const named = (what: string): Change | undefined =>
    changes.find((change) => change.ref.collection === 'work' && whatOf(change) === what);
  const thing = told === undefined ? '' : thingsWords(told);
  const about = (what: string): string => (thing === '' ? what : t`${what}: ${thing}`);
  const time = named('times');
  if (time?.type === 'set-put') {
    const { state = '', on } = time.item.more ?? {};
    if (state === 'done') return about(t`Done`);
    return thing === '' ? undefined : putOffWords(thing, on);
  }
  const state = named('state');
  if (state !== undefined && 'value' in state && typeof state.value === 'string') {
    const what =
      sayIfKnown(`field.promise.state.${state.value}`) ??
      sayIfKnown(`field.reminder.state.${state.value}`);
    return what === undefined ? undefined : about(what);
  }
  return named('dueMoves') === undefined ? undefined : about(t`Date moved`);
}

function tagged({ tags, act }: CommandOf<'tags'>): string {
  const { length } = tags;
  const [name = ''] = tags;
  switch (act.type) {
    case 'rename': {
      const { to } = act;
      return length === 1 ? t`Renamed ${name} to ${to}` : t`All of them are ${to} now`;
    }
    case 'remove':
      return length === 1
        ? t`Removed the tag ${name}`
        : plural(length, { one: 'Removed # tag', other: 'Removed # tags' });
    case 'color':
      return length === 1
        ? t`Saved the colour of ${name}`
        : plural(length, {
            one: 'Saved the colour of # tag',
            other: 'Saved the colour of # tags',
          });
  }
}

/** What it is called, where all was about one field of people or groups. */
function fieldOf(changes: readonly Change[]): string | undefined {
  const whats = new Set(changes.map(whatOf));
  const [what] = whats;
  if (whats.size !== 1 || what === undefined) return undefined;
  const kind = kindIn[changes[0]?.ref.collection ?? ''] ?? 'record';
  return sayIfKnown(`field.${kind}.${what}`) ?? sayIfKnown(`field.record.${what}`);
}

const kindIn: { readonly [collection: string]: string } = {
  people: 'person',
  groups: 'organisation',
};

function whatOf(change: Change): string | undefined {
  if ('field' in change) return change.field;
  return 'set' in change ? change.set : change.type === 'note' ? 'note' : undefined;
}
