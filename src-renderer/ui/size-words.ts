// How large something is, as people say it.

import { t } from '@lingui/core/macro';

import { useDates } from './when.tsx';

const step = 1024;

/** By the owner's numbers. */
export function useSizeWords(): (bytes: number) => string {
  const { count } = useDates();
  const inTenths = (value: number): string => count(Math.round(value * 10) / 10);
  return (bytes) => {
    if (bytes < step ** 2) {
      const kilobytes = count(bytes === 0 ? 0 : Math.max(1, Math.round(bytes / step)));
      return t`${kilobytes} KB`;
    }
    if (bytes < step ** 3) {
      const megabytes = inTenths(bytes / step ** 2);
      return t`${megabytes} MB`;
    }
    const gigabytes = inTenths(bytes / step ** 3);
    return t`${gigabytes} GB`;
  };
}
