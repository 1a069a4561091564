/** Usual reasons that a field of this list offers; any other may be written. */
export const Suggestions = ({ id, suggestions }: { id: string; suggestions: readonly string[] }) => (
  <datalist id={id}>
    {suggestions.map((suggestion) => (
      <option value={suggestion} />
    ))}
  </datalist>
);
