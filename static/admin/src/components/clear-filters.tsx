import Button from '@atlaskit/button/new';

interface ClearFiltersProps {
  /** The filter as the address keeps it. */
  readonly address: { readonly isSet: boolean; readonly clear: () => void };
}

/** Shows the whole list again; nothing while no filter is set. */
export function ClearFilters({ address }: ClearFiltersProps) {
  if (!address.isSet) return null;
  return (
    <Button
      appearance="subtle"
      onClick={({ currentTarget }) => {
        // The button goes away; whoever pressed it goes on with the filters.
        currentTarget.closest('[role=search]')?.querySelector('input')?.focus();
        address.clear();
      }}
    >
      Clear filters
    </Button>
  );
}
