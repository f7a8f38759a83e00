// The sample team: people to look around with. It is one action, found again by its
// label, so that removing it leaves no trace, whatever else has been added since.

import { ok } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { beginAction } from '../../../src-shared/records/action.ts';
import { atOneTime } from '../../../src-shared/records/context.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import { actionsOf, forgetAction } from '../../../src-shared/records/history.ts';
import { sampleTeam } from '../../../src-shared/transfer/sample/sample-team.ts';
import type { ServiceContext } from './context.ts';

const label = 'sample';

export function sampleHandlers(
  context: ServiceContext,
): Pick<Handlers, 'sample.load' | 'sample.remove'> {
  return {
    'sample.load': ({ language = 'en' }) => {
      const book = context.book();
      if (!book.ok) return book;
      return book.value.store.write((tx) => {
        const known = actionsOf(tx, label);
        if (known.some(({ fields }) => fields['state'] === 'done')) return ok({ count: 0 });
        // One that was undone would come back by redo, beside this one.
        const once = atOneTime(context.commandContext());
        const command = { ...once, source: { type: 'sample' } as const };
        for (const { id } of known) forgetAction(tx, command, id);
        const action = beginAction(tx, command, label);
        const docs = sampleTeam(command.now(), language).map((record) =>
          // Not for teammates: they can load their own.
          makeRecord({ ...record, scope: 'private' }, command),
        );
        action.create(docs);
        return ok({ count: action.finish().count });
      });
    },
    'sample.remove': () => {
      const book = context.book();
      if (!book.ok) return book;
      return book.value.store.write((tx) => {
        const command = context.commandContext();
        const counts = actionsOf(tx, label).map(({ id }) => forgetAction(tx, command, id));
        return ok({ count: counts.reduce((sum, count) => sum + count, 0) });
      });
    },
  };
}
