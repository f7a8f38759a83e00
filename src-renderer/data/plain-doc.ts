// Documents as they leave RxDB: plain, and of the shape that pages rely on.

import type { RxDocument } from 'rxdb';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { readable } from '../../src-shared/records/readable.ts';

export const plainDoc = (doc: RxDocument<RecordDoc>): RecordDoc =>
  readable(doc.toJSON() as RecordDoc);
