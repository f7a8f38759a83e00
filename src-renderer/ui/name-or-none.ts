import { t } from '@lingui/core/macro';

/** What a record is shown as: some have no name. */
export const nameOrNone = ({ name }: { name: string }): string => (name === '' ? t`No name` : name);
