import { useState } from 'react';

/** What the context tells of the person: their language and time zone; null is left out of it. */
export interface Language {
  readonly locale: string | null;
  readonly timezone: string | null;
}

const STORED = 'site-language';
const ABSENT = '(not told)';
const LOCALES = ['en-US', 'en-GB', 'de-DE', 'ja-JP', 'fr_FR', 'no_NO', 'zh_Hans_CN', 'xx', 'sr@latin', ABSENT];
const ZONES = ['', 'America/New_York', 'Asia/Tokyo', 'Mars/Base', ABSENT];

/** Undefined entries are as the site has them. */
export function storedLanguage(): Partial<Language> {
  return JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Language>;
}

/** Which language and time zone the product tells the app: also such as no browser knows, and none. */
export function Languages({ onChange }: { readonly onChange: () => void }) {
  const [language, setLanguage] = useState(storedLanguage);
  const choose = (part: Partial<Language>) => {
    const next = { ...language, ...part };
    localStorage.setItem(STORED, JSON.stringify(next));
    setLanguage(next);
    onChange();
  };
  return (
    <div className="section languages">
      <Choice
        label="Language"
        options={LOCALES}
        value={told(language.locale, 'en-US')}
        onChoose={(value) => choose({ locale: value === ABSENT ? null : value })}
      />
      <Choice
        label="Time zone"
        options={ZONES}
        value={told(language.timezone, '')}
        onChoose={(value) => choose({ timezone: value === ABSENT ? null : value || undefined })}
      />
    </div>
  );
}

const told = (value: string | null | undefined, usual: string) => (value === null ? ABSENT : (value ?? usual));

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

function Choice({ label, options, value, onChoose }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {option || 'As the site'}
          </option>
        ))}
      </select>
    </label>
  );
}
