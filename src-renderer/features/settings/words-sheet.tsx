// The recovery words on a sheet of paper: what is printed while they are shown, and nothing else.

import { Trans } from '@lingui/react/macro';
import { Portal } from '@mantine/core';

export const WordsSheet = ({ words }: { words: readonly string[] }) => (
  <Portal>
    <div className="words-sheet" aria-hidden>
      <h1>
        <Trans>Recovery words of your Rapport book</Trans>
      </h1>
      <ol>
        {words.map((word, at) => (
          <li key={`${at} ${word}`}>
            <bdi lang="en">{word}</bdi>
          </li>
        ))}
      </ol>
      <p>
        <Trans>
          Whoever has these words and the profile folder can open the book. Keep this sheet away
          from the laptop.
        </Trans>
      </p>
    </div>
  </Portal>
);
