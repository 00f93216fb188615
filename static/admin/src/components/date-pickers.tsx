import { lazy, Suspense, type ComponentProps } from 'react';
import Skeleton from '@atlaskit/skeleton';

const LazyDate = lazy(() => import('@atlaskit/datetime-picker/date-picker'));
const LazyDateTime = lazy(() => import('@atlaskit/datetime-picker/date-time-picker'));
/** A field that is not there yet. */
const SHAPE = <Skeleton width="100%" height={40} borderRadius="var(--ds-radius-small)" isShimmering />;

/** Atlaskit's picker of a day. It is large, so it is loaded when a form shows it. */
export function DatePicker(props: ComponentProps<typeof LazyDate>) {
  return (
    <Suspense fallback={SHAPE}>
      <LazyDate {...props} />
    </Suspense>
  );
}

/** Atlaskit's picker of a day and a time. It is large, so it is loaded when a form shows it. */
export function DateTimePicker(props: ComponentProps<typeof LazyDateTime>) {
  return (
    <Suspense fallback={SHAPE}>
      <LazyDateTime {...props} />
    </Suspense>
  );
}
