// A mapping that was changed by hand is used again for files with the same columns.

import type { ImportOptions, ImportPreview } from '../../../src-shared/transfer/import-types.ts';
import { useHost } from '../../data/host-context.tsx';

type Columns = readonly { header: string }[];

export function useMappings() {
  const { host, settings, setSettings } = useHost();
  return {
    known: (columns: Columns): ImportOptions => {
      const mapping = settings?.mappings[signatureOf(columns)];
      return mapping === undefined ? {} : { mapping };
    },
    remember: async ({ mapping }: ImportOptions, preview: ImportPreview | undefined) => {
      if (mapping === undefined || preview === undefined) return;
      const mappings = { ...settings?.mappings, [signatureOf(preview.info.columns)]: mapping };
      const saved = await host.request('settings.write', { mappings });
      if (saved.ok) setSettings(saved.value);
    },
  };
}

const signatureOf = (columns: Columns): string =>
  columns.map((column) => column.header.trim().toLowerCase()).join('|');
