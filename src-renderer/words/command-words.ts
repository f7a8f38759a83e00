// What was just done, by what was asked for: the name that was added, the field that was saved.

import { plural, t } from '@lingui/core/macro';

import type { RecordContent } from '../../src-shared/domain/kind.ts';
import { kinds } from '../../src-shared/domain/kinds.ts';
import { runVisit } from '../../src-shared/domain/round.ts';
import type { SetItem } from '../../src-shared/domain/record.ts';
import type { Change, Command, CommandOf } from '../../src-shared/records/command.ts';
import { sayIfKnown } from '../../src-shared/words/say.ts';

/** Undefined where the label of the action says it all. */
export function askedWords(command: Command, count: number): string | undefined {
  if (command.type === 'tags') return tagged(command);
  if (command.type === 'create') {
    const made = command.records.filter(({ kind }) => kind !== runVisit.kind);
    const [visit] = command.records;
    if (made.length === 0 && visit !== undefined)
      return sayIfKnown(`field.run-visit.outcome.${outcomeOf(visit.fields)}`);
    if (made.length < command.records.length)
      return askedWords({ type: 'create', records: made }, made.length);
  }
  if (count !== 1) return command.type === 'judge' ? judged(command) : undefined;
  switch (command.type) {
    case 'create': {
      const name = addedName(command);
      return name === '' ? undefined : t`Added ${name}`;
    }
    case 'edit': {
      const promise = promised(command.changes);
      if (promise !== undefined) return promise;
      const label = fieldOf(command.changes);
      return label === undefined ? t`Saved` : t`Saved: ${label}`;
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

/** What was done with a promise. */
function promised(changes: readonly Change[]): string | undefined {
  const named = (what: string): Change | undefined =>
    changes.find((change) => change.ref.collection === 'work' && whatOf(change) === what);
  const state = named('state');
  if (state !== undefined && 'value' in state && typeof state.value === 'string')
    return sayIfKnown(`field.promise.state.${state.value}`);
  return named('dueMoves') === undefined ? undefined : t`Date moved`;
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

/** Its own name, else what kind of thing it is. */
function addedName({ records: [record] }: CommandOf<'create'>): string {
  if (record === undefined) return '';
  const { kind, fields = {}, sets = {}, note = '' } = record;
  const numbered: RecordContent['sets'] = Object.fromEntries(
    Object.entries(sets).map(([set, items]) => [
      set,
      items.map(({ value }, at): SetItem => ({ id: `${at}`, value })),
    ]),
  );
  const name = kinds.get(kind)?.derive({ fields, sets: numbered, note }).name ?? '';
  return name || (sayIfKnown(`kind.${kind}`) ?? '');
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
