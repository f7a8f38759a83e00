// The forms that come with their keys, about whoever is on the page.

import { CallBar } from '../features/people/call/call-bar.tsx';
import { groupPath } from '../kinds/group.tsx';
import { personPath } from '../kinds/person.tsx';
import {
  useLoggingForAll,
  type useLogging,
  type usePromising,
  useWriting,
  type useStartingRound,
} from './use-keyed-form.ts';

type Props = {
  forms: {
    logging: ReturnType<typeof useLogging>;
    promising: ReturnType<typeof usePromising>;
    rounding: ReturnType<typeof useStartingRound>;
  };
  /** Of the route, and the id in it. */
  path: string;
  id: string;
};

export function KeyedForms({ forms: { logging, promising, rounding }, path, id }: Props) {
  const forAll = useLoggingForAll();
  const writing = useWriting();
  const isPerson = path === personPath(':id');
  const isOfOne = isPerson || path === groupPath(':id');
  return (
    <>
      <CallBar />
      {logging.Shown !== undefined && (
        <logging.Shown
          personId={logging.wish?.person ?? (isPerson ? id : '')}
          {...(logging.wish?.call === undefined ? {} : { call: logging.wish.call })}
          onClose={logging.close}
        />
      )}
      {forAll.Shown !== undefined && forAll.chosen !== undefined && (
        <forAll.Shown chosen={forAll.chosen} onClose={forAll.close} />
      )}
      {promising.Shown !== undefined && (
        <promising.Shown whom={isOfOne ? [id] : []} onClose={promising.close} />
      )}
      {writing.Shown !== undefined && writing.person !== undefined && (
        <writing.Shown personId={writing.person} onClose={writing.close} />
      )}
      {rounding.Shown !== undefined && rounding.wish !== undefined && (
        <rounding.Shown wish={rounding.wish} onClose={rounding.close} />
      )}
    </>
  );
}
