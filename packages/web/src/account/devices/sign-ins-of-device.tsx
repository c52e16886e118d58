import type { SignInRecord } from '@warder/api';
import type { ReactElement } from 'react';
import { Rows } from '../../design/row.tsx';
import { SignInRow } from '../activity/sign-in-row.tsx';

/** The sign-ins of one device, newest first. */
export default function SignInsOfDevice({ signIns }: { signIns: readonly SignInRecord[] }): ReactElement {
  return (
    <Rows>
      {signIns.map((record) => (
        <SignInRow key={record.id} record={record} />
      ))}
    </Rows>
  );
}
