// Writes to somebody from wherever they are named, by their id.

import { useRecord } from '../../data/use-records.ts';
import { WriteToOne } from './write-dialog.tsx';

export function WriteTo({ personId, onClose }: { personId: string; onClose: () => void }) {
  const doc = useRecord('people', personId);
  return doc === undefined || doc === null ? null : <WriteToOne person={doc} onClose={onClose} />;
}
