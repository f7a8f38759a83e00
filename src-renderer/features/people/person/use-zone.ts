// In which time zone somebody lives, where their address says so.

import { useEffect, useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { zoneOfCountry } from '../../../../src-shared/values/local-time.ts';
import { fetchCode } from '../../../data/fetch-code.ts';

/** Undefined where it is not known, or the time is not the same everywhere in their country. */
export function useZone(doc: RecordDoc, now: number): string | undefined {
  const country = useCountry(doc);
  return country === undefined ? undefined : zoneOfCountry(country, now);
}

/** Of the first address that names one. The names of countries are fetched for it. */
function useCountry({ sets }: RecordDoc): string | undefined {
  const written = (sets['addresses'] ?? [])
    .map(({ value, more }) => more?.['country'] ?? value.split(',').at(-1)?.trim() ?? '')
    .filter((text) => text !== '');
  const asked = written.join('\n');
  const [found, setFound] = useState<{ asked: string; country: string | undefined }>();
  useEffect(() => {
    if (asked === '') return undefined;
    let isCurrent = true;
    const load = async () => import('../../../../src-shared/transfer/import/entry/country.ts');
    void fetchCode(load).then(
      ({ countryOf }) => {
        const [country] = asked.split('\n').flatMap((text) => countryOf(text) ?? []);
        if (isCurrent) setFound({ asked, country });
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  return found?.asked === asked ? found.country : undefined;
}
