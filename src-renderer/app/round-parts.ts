// What other features put into a round.

import type { RoundParts } from '../features/rounds/round-parts.ts';

export async function loadRoundParts(): Promise<RoundParts> {
  const [{ LogMoment }, { WriteToOne }, { ContactLine }, { PromisesTop }] = await Promise.all([
    import('../features/people/moments/log-moment.tsx'),
    import('../features/drafts/write-dialog.tsx'),
    import('../features/people/person/contact-line.tsx'),
    import('../features/promises/promises-top.tsx'),
  ]);
  return { Log: LogMoment, Write: WriteToOne, before: [ContactLine, PromisesTop] };
}
