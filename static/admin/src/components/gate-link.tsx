import type { ReactNode } from 'react';
import type { GateCheck } from '../../../../src/shared/contract';
import { FoundRight } from './found-right';
import { RouteLink } from './route-link';
import type { FocusAfter } from './use-focus-after';

interface GateLinkProps {
  /** Of the same name, and came out alike. */
  readonly checks: readonly GateCheck[];
  readonly profileId: string;
  /** Where somebody at the keyboard goes on who confirmed something: its cross is gone by then. */
  readonly focus: FocusAfter;
}

/** Where what stands in the way can be mended; of abnormal numbers also who found them right. */
export function GateLink({ checks, profileId, focus }: GateLinkProps) {
  const abnormal = checks.find((check) => check.abnormal)?.abnormal;
  const text = checks.map((check) => check.text).join(' ');
  return (
    <>
      {checks.every(({ ok }) => ok) ? null : linkOf(checks, profileId)}
      {abnormal ? <FoundRight profileId={profileId} abnormal={abnormal} text={text} focus={focus} /> : null}
    </>
  );
}

function linkOf(checks: readonly GateCheck[], profileId: string): ReactNode {
  const profile = `/profiles/${encodeURIComponent(profileId)}`;
  const rules = `/rules?profile=${encodeURIComponent(profileId)}`;
  const [first, ...others] = checks;
  const { name = '', roleKey } = first ?? {};
  const ofRule =
    roleKey === undefined || others.length > 0 ? (
      <RouteLink to={rules}>Reclamation rules</RouteLink>
    ) : (
      <RouteLink to={`/rules/${encodeURIComponent(profileId)}/${encodeURIComponent(roleKey)}`}>Open the rule</RouteLink>
    );
  const jobs = <RouteLink to="/jobs">Open Jobs</RouteLink>;
  const links: Readonly<Record<string, ReactNode>> = {
    Rule: ofRule,
    'Share of candidates': ofRule,
    'Limit in 24 hours': ofRule,
    'Days without reclaim': ofRule,
    Notices: <RouteLink to={rules}>Choose the work item</RouteLink>,
    Coverage: <RouteLink to={profile}>Change from when activity is analyzed</RouteLink>,
    Download: jobs,
    Activity: jobs,
    Evaluation: jobs,
    Trend: <RouteLink to="/overview">Look at the overview</RouteLink>,
    Profile: <RouteLink to={profile}>Open the profile</RouteLink>,
    'Reclaim operator': <RouteLink to={profile}>Authorize yourself in the profile</RouteLink>,
    Groups: <RouteLink to={profile}>Validate the profile again</RouteLink>,
  };
  return links[name] ?? null;
}
