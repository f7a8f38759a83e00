// Text in which the host has marked what was searched for (between U+E000 and U+E001).

import { Fragment } from 'react';

export function Highlight({ text }: { text: string }) {
  return text.split('\ue000').map((piece, at) => {
    const [hit = '', ...rest] = at === 0 ? ['', piece] : piece.split('\ue001');
    return (
      // Pieces have no identity but their place.
      <Fragment key={at}>
        {hit !== '' && <mark className="hit">{hit}</mark>}
        {rest.join('')}
      </Fragment>
    );
  });
}
