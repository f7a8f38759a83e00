// Who is in a smart bucket: whom its conditions find, counted as a view is.

import type { GroupPeople, PeopleOfGroups } from '../../../../src-shared/query/answers.ts';
import type { GroupFactName } from '../../../../src-shared/query/facts.ts';
import { viewOfGroup } from '../../../../src-shared/query/group-people.ts';
import { prepareView, type QueryContext } from '../../../../src-shared/query/prepare.ts';
import type { RecordId } from '../../../../src-shared/domain/record.ts';
import { factsOf } from '../facts/read.ts';
import { mostFaces } from './view-people.ts';
import type { ViewSource } from './view-rows.ts';
import { viewCount, viewIds } from './view-run.ts';

/** Only of those that are smart. */
export function peopleOfSmart(
  source: ViewSource,
  groups: readonly string[],
  context: QueryContext,
): PeopleOfGroups {
  const smart = groups.filter((id) => context.smart?.has(id) === true);
  return Object.fromEntries(smart.map((id) => [id, peopleIn(source, id, context)]));
}

function peopleIn(source: ViewSource, id: string, context: QueryContext): GroupPeople {
  const view = viewOfGroup({ id: id as RecordId, kind: 'bucket' });
  const prepared = prepareView(
    { ...view, sorts: [{ field: 'lastContact.at', order: 'desc' }] },
    context,
  );
  const first = viewIds(source, prepared, context, { offset: 0, limit: mostFaces });
  const [latest] = first;
  const contact =
    latest === undefined ? undefined : factsOf(source.reader, [latest])[latest]?.['lastContact.at'];
  return {
    count: viewCount(source, prepared, context),
    first,
    ...(typeof contact === 'number' ? { lastContact: contact } : {}),
  };
}

/** What they say of each smart bucket, as JSON by its id. */
export function smartFacts(
  source: ViewSource,
  name: GroupFactName,
  context: QueryContext,
): string | undefined {
  const ids = [...(context.smart?.keys() ?? [])];
  if (ids.length === 0) return undefined;
  const people = peopleOfSmart(source, ids, context);
  return JSON.stringify(
    Object.fromEntries(
      ids.flatMap((id) => {
        const value = name === 'people.count' ? people[id]?.count : people[id]?.lastContact;
        return value === undefined ? [] : [[id, value]];
      }),
    ),
  );
}
