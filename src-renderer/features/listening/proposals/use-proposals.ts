// The changes that wait for an answer, and the two answers.

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { useHost } from '../../../data/host-context.tsx';
import { proposals as allProposals } from '../../../data/queries/listening.ts';
import { useRecords } from '../../../data/use-records.ts';
import { ownerOf, useOwners } from '../use-owners.ts';
import { useTakeOver } from './use-take-over.ts';

/** `owner`: whom the change is about. */
export type Proposal = { doc: RecordDoc; owner: RecordDoc };

/** Of one owner, or of everybody; newest first, undefined while loading. */
export function useProposals(owner: RecordDoc | undefined) {
  const { host } = useHost();
  const takeOver = useTakeOver();
  const docs = useRecords(allProposals(owner?.id));
  const open = docs?.filter(({ fields }) => fields['state'] === 'open');
  const owners = useOwners([...new Set((open ?? []).map(ownerOf))]);
  const proposals = open?.flatMap((doc): Proposal[] => {
    const about = owners.get(ownerOf(doc));
    return about?.status === 'live' ? [{ doc, owner: about }] : [];
  });
  const answer = (doc: RecordDoc, given: 'taken' | 'dismissed') =>
    host.request('feeds.answerProposal', { id: doc.id, answer: given });
  return {
    proposals,
    take: async (proposal: Proposal): Promise<void> => {
      if (await takeOver(proposal.owner, proposal.doc)) await answer(proposal.doc, 'taken');
    },
    dismiss: ({ doc }: Proposal): void => void answer(doc, 'dismissed'),
  };
}
