// What a row of a list is called.

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { momentTitle } from '../kinds/moment-title.ts';
import type { ListKind } from './list-kind.ts';

/** Empty where it has no name. What happened goes by its title, or by its words. */
export const calledOf = ({ of }: Pick<ListKind, 'of'>, doc: RecordDoc): string =>
  of === 'moments' ? momentTitle(doc) || doc.note : doc.name;
