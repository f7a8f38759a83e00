// What is wrong with the places of a text, and which have nothing to say.

import { Trans } from '@lingui/react/macro';
import { Alert, List } from '@mantine/core';

import type { Fault } from '../../../src-shared/drafts/template.ts';
import { listWords } from '../../words/in-language.ts';
import { anyPlaceWords } from './place-words.ts';

export function TemplateFaults({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <Alert color="red" role="alert">
      <List size="sm">
        {faults.map(({ what, name, from }) => (
          <List.Item key={`${from} ${name}`}>
            {what === 'unknown' ? (
              <Trans>
                There is no field “<bdi>{name}</bdi>”. Correct its name, or take the braces away.
              </Trans>
            ) : (
              <Trans>
                “<bdi>{name}</bdi>” is not in its place: a part that begins with #if ends with /if.
              </Trans>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

type Part = { missing: readonly string[]; faults: readonly Fault[] };

/** What is no field at all is said once, as a fault. */
export function MissingPlaces({ parts }: { parts: readonly Part[] }) {
  const wrong = new Set(parts.flatMap(({ faults }) => faults.map(({ name }) => name)));
  const all = new Set(parts.flatMap(({ missing }) => missing));
  const missing = [...all].filter((name) => !wrong.has(name));
  if (missing.length === 0) return null;
  const names = listWords(missing.map(anyPlaceWords));
  return (
    <Alert color="yellow">
      <Trans>
        Nothing is known for: <bdi>{names}</bdi>. Write it yourself where the braces stand.
      </Trans>
    </Alert>
  );
}
