// The rules of the team for contacting people.

import { type Policy, policyOf } from '../../src-shared/care/policy.ts';
import { policyId } from '../../src-shared/domain/policy.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { useRecord } from './use-records.ts';

/** Undefined while it is on the way; null where nobody has written any down. */
export const usePolicyRecord = (): RecordDoc | null | undefined => useRecord('setup', policyId);

export const usePolicy = (): Policy => policyOf(usePolicyRecord());
