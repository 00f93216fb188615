import ProgressBar from '@atlaskit/progress-bar';

/** How far a long list is, while its first people can be looked at already. */
export function ReadingCandidates({ share }: { readonly share: number | null }) {
  if (share === null) return null;
  const text = `Reading candidates: ${Math.round(share * 100)} %`;
  return (
    <div aria-busy="true">
      <p role="status">{text}</p>
      <ProgressBar ariaLabel={text} value={share} />
    </div>
  );
}
