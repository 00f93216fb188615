import SectionMessage from '@atlaskit/section-message';
import { useAnswer } from '../api/queries';

/** Says what still works while the site has no active license of this app. */
export function LicenseNotice() {
  if (useAnswer('getSession', {}).data?.license !== 'inactive') return null;
  return (
    <SectionMessage appearance="warning" title="The license of this app is not active">
      <p>
        You can still read, export and give seats back. No seat is taken back and nobody is asked until it is renewed.
      </p>
    </SectionMessage>
  );
}
