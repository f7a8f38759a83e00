// One record that cannot be drawn is one line that says so; the rest of its page stays.

import { Trans } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';

type Props = {
  /** What is drawn: another one, or the same after a change, is tried again. */
  of: unknown;
  children: ReactNode;
  /** Instead of the line. */
  fallback?: ReactNode;
};
type State = { failed: { of: unknown } | undefined };

export class Unbroken extends Component<Props, State> {
  override state: State = { failed: undefined };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: { of: undefined } };
  }

  static getDerivedStateFromProps({ of }: Props, { failed }: State): Partial<State> | null {
    if (failed === undefined || failed.of === of) return null;
    return { failed: failed.of === undefined ? { of } : undefined };
  }

  override render(): ReactNode {
    if (this.state.failed === undefined) return this.props.children;
    return this.props.fallback ?? <BrokenLine />;
  }
}

export const BrokenLine = () => (
  <span className="dim">
    <Trans>
      This record cannot be shown. Update Rapport on all laptops of the team; if it stays so, erase
      it or restore a backup.
    </Trans>
  </span>
);
