// A bug in one page does not take the window down.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Alert, Button, Group } from '@mantine/core';
import { Component, type ReactNode } from 'react';

import { CopyButton } from '../ui/copy-button.tsx';

type Props = { children: ReactNode };
type State = { error: Error | undefined };

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const report = `${error.message}\n${error.stack ?? ''}`;
    return (
      <main className="page">
        <Alert color="red" title={t`This page has a fault`}>
          <Trans>
            Your data is safe. Open the page again; if it happens twice, copy the report and pass it
            on.
          </Trans>
          <Group mt="sm">
            <Button size="xs" onClick={() => this.setState({ error: undefined })}>
              <Trans>Open again</Trans>
            </Button>
            <CopyButton text={report}>
              <Trans>Copy report</Trans>
            </CopyButton>
          </Group>
        </Alert>
      </main>
    );
  }
}
