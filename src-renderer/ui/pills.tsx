// Short words, each on its own.

export const Pills = ({ words }: { words: readonly string[] }) => (
  <span className="pills">
    {words.map((word) => (
      <span key={word} className="tag" dir="auto">
        {word}
      </span>
    ))}
  </span>
);
