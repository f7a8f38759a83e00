// What a view means, in plain TypeScript: the reference that the host's SQL is held to,
// and what runs where there is no database.

import type { RecordDoc } from '../domain/record.ts';
import { dayOfTime } from './calendar.ts';
import { type Facts, noFacts } from './facts.ts';
import { linkedBy, type LinkSource } from './links.ts';
import { holds } from './predicates.ts';
import { type PreparedView, prepareView, type QueryContext } from './prepare.ts';
import type { Test } from './questions.ts';
import { hasMisfit, valuesAt } from './values.ts';
import type { View } from './view.ts';

export type MatchContext = QueryContext & { links: LinkSource };

/** Whether a record is in the view: only what is live can be. Of an unknown kind: where it came from. */
export function matches(
  view: View,
  record: RecordDoc,
  facts: Facts,
  context: MatchContext,
): boolean {
  return matchesPrepared(prepareView(view, context), record, facts, context);
}

/** The same for many records: the view is prepared once. */
export function matchesPrepared(
  { of, test }: PreparedView,
  record: RecordDoc,
  facts: Facts,
  context: MatchContext,
): boolean {
  const collection = context.kinds.get(record.kind)?.collection ?? of;
  if (record.status !== 'live' || collection !== of) return false;
  return passes(test, record, facts, context);
}

function passes(test: Test, record: RecordDoc, facts: Facts, context: MatchContext): boolean {
  switch (test.is) {
    case 'all':
      return test.tests.every((one) => passes(one, record, facts, context));
    case 'any':
      return test.tests.some((one) => passes(one, record, facts, context));
    case 'not':
      return !passes(test.test, record, facts, context);
    case 'value':
      return valuesAt(test.place, record, facts).some((value) => holds(test.predicate, value));
    case 'misfit':
      return hasMisfit(test.place, record);
    case 'linked': {
      const today = dayOfTime(context.now, context.zone);
      return linkedBy(test.hop, record, context.links, today).some((linked) =>
        passes(test.test, linked, noFacts, context),
      );
    }
  }
}
