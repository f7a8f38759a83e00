// The team's own fields as a whole.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import type { Reader } from '../../../src-shared/fields/field.ts';
import { detailNames } from '../../../src-shared/records/gather/details.ts';
import { countGathered, gather } from '../../../src-shared/records/gather/gather.ts';
import { rescopeField } from '../../../src-shared/records/gather/rescope.ts';
import { countRetyped } from '../../../src-shared/records/gather/retyped.ts';
import { storeOf } from '../book/book.ts';
import { newId } from '../new-id.ts';
import type { ServiceContext } from './context.ts';

type Served = Extract<keyof Handlers, `own.${string}`>;

export function ownFieldHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { book } = context;
  return {
    'own.details': async (asked) => {
      const store = storeOf(book);
      if (!store.ok) return store;
      return ok({ details: await detailNames(store.value, readerOf(asked)) });
    },
    'own.retyped': ({ field, type }) => {
      const store = storeOf(book);
      return store.ok ? countRetyped(store.value, field, type) : store;
    },
    'own.count': ({ kind, from, into, ...asked }) => {
      const store = storeOf(book);
      if (!store.ok) return store;
      return countGathered(store.value, { kind, from, into }, readerOf(asked), newId);
    },
    'own.rescope': (asked) => {
      const store = storeOf(book);
      return store.ok ? rescopeField(store.value, asked, context.commandContext()) : store;
    },
    'own.gather': ({ kind, from, into, ...asked }) => {
      const store = storeOf(book);
      if (!store.ok) return store;
      const commands = context.commandContext();
      return gather(store.value, { kind, from, into }, readerOf(asked), commands);
    },
  };
}

const readerOf = ({ language, country }: { language: string; country: string }): Reader => ({
  language,
  now: Date.now,
  ...(country === '' ? {} : { country }),
});
