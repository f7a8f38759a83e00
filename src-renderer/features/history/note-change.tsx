// What was taken out of a note and what was put in, with both texts to open.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import type { JsonValue } from '../../../src-shared/domain/record.ts';

/** Longer than so much a piece is not said in the line. */
const longest = 300;

export function NoteChange({ before, after }: { before: JsonValue; after: JsonValue }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const [from, to] = [textOf(before), textOf(after)];
  const { gone, come } = difference(from, to);
  const isShort = gone.length + come.length <= longest;
  return (
    <>
      {isShort ? (
        <>
          {gone !== '' && (
            <Text span inherit td="line-through" className="dim" aria-label={t`taken out: ${gone}`}>
              <bdi>{gone}</bdi>
            </Text>
          )}{' '}
          {come !== '' && (
            <ins>
              <bdi>{come}</bdi>
            </ins>
          )}
        </>
      ) : (
        <Trans>changed</Trans>
      )}{' '}
      <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? t`Hide both texts` : t`Show both texts`}
      </Button>
      {isOpen && (
        <>
          <Whole title={t`Before`} text={from} />
          <Whole title={t`After`} text={to} />
        </>
      )}
    </>
  );
}

function Whole({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <Text size="xs" className="dim">
        {title}
      </Text>
      <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text === '' ? t`nothing` : text}
      </Text>
    </div>
  );
}

const textOf = (value: JsonValue): string => (typeof value === 'string' ? value : '');

/** Between what both begin and end with, cut at whole words. */
function difference(from: string, to: string): { gone: string; come: string } {
  const [a, b] = [wordsIn(from), wordsIn(to)];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const between = (words: readonly string[]): string =>
    words
      .slice(start, words.length - end)
      .join('')
      .trim();
  return { gone: between(a), come: between(b) };
}

const wordsIn = (text: string): string[] => text.split(/(\s+)/u);
