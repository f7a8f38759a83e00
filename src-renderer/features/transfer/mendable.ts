// What of a person can be changed beside the dry run of an export.

import { person } from '../../../src-shared/domain/person.ts';
import type { ExportIssue } from '../../../src-shared/transfer/export-types.ts';
import { personSets } from '../../fields/person-sets.ts';

/** Of what an issue names; the rest, such as roles, stands on their page. */
export const mendable = ({ ours = [] }: Pick<ExportIssue, 'ours'>) => ({
  fields: ours.filter((one) => one in person.fields),
  sets: personSets.filter(({ set }) => ours.some((one) => one === set)),
});

export function canMend(issue: Pick<ExportIssue, 'ours'>): boolean {
  const { fields, sets } = mendable(issue);
  return fields.length + sets.length > 0;
}
