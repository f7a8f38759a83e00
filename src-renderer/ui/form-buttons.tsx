// The foot of a dialog's form: away without doing it, or do it. It stays in view, however much
// stands above it.

import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';

type Props = {
  submit: string;
  isDisabled?: boolean;
  /** It is being done. */
  isBusy?: boolean;
  onCancel: () => void;
};

export function FormButtons({ submit, isDisabled = false, isBusy = false, onCancel }: Props) {
  return (
    <Group justify="end" mt="xs" className="form-buttons">
      <Button variant="default" onClick={onCancel}>
        <Trans>Cancel</Trans>
      </Button>
      <Button type="submit" disabled={isDisabled} loading={isBusy}>
        {submit}
      </Button>
    </Group>
  );
}
