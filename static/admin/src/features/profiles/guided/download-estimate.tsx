import { useAnswer } from '../../../api/queries';
import { useFormat } from '../../../components/format';
import { estimateDownload } from './estimate';

/** What the first download will about take and cost, before there is a profile to ask the app about. */
export function DownloadEstimate({ groups }: { readonly groups: number }) {
  const format = useFormat();
  const roles = useAnswer('listJiraGroups', {}).data?.roles;
  if (!roles) return null;
  const { seats, requests, points, milliseconds } = estimateDownload(roles, groups);
  return (
    <p>
      Estimate for the first download: {format.count(seats, 'seat', 'seats')}, about {format.number(requests)} requests
      and {format.number(points)} of the app’s points in Jira’s hourly limit, about {format.duration(milliseconds)}.
      Activity comes on top; it depends on how busy the site was, and stops and goes on by itself when an hour’s points
      are used up.
    </p>
  );
}
