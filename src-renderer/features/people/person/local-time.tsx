// What time it is where somebody lives, where their address says so and it is not the time here.

import { t } from '@lingui/core/macro';
import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { isTimeHere, zoneOfCountry } from '../../../../src-shared/values/local-time.ts';
import { fetchCode } from '../../../data/fetch-code.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useDates } from '../../../ui/when.tsx';

export function LocalTime({ doc }: { doc: RecordDoc }) {
  const country = useCountry(doc);
  const now = useNow();
  const { timeIn } = useDates();
  const zone = country === undefined ? undefined : zoneOfCountry(country, now);
  if (zone === undefined || isTimeHere(zone, now)) return null;
  const time = timeIn(now, zone);
  return (
    <Text size="sm" className="dim" mt={-10} data-screen>
      {t`About ${time} there`}
    </Text>
  );
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
