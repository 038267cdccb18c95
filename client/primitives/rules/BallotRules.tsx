import { useTranslation } from 'react-i18next';
import { standardChoices } from '../../../models/contracts/ballots.ts';
import { secrecies, silenceRules } from '../../../models/contracts/rules.ts';
import { Checkbox } from '../Checkbox.tsx';
import { RadioGroup } from '../RadioGroup.tsx';
import { TextField } from '../TextField.tsx';
import type { RulesPartProps } from './RulesFields.tsx';

/** How votes are given: open or secret, by which answers, and what silence means. */
export function BallotRules(props: RulesPartProps) {
  const { rules, name, kind, onChange } = props;
  const { t } = useTranslation('rules');
  const isOfMotions = kind === undefined || kind === 'motion';
  return (
    <>
      {kind === undefined && (
        <RadioGroup
          label={t('secrecy')}
          name={`${name}.secrecy`}
          options={secrecies.map((id) => ({
            id,
            label: t(`secrecies.${id}`),
            description: t(`secrecyHelp.${id}`),
          }))}
          value={rules.secrecy}
          onChange={(secrecy) => onChange({ secrecy })}
        />
      )}
      {isOfMotions && <ChoiceRules {...props} />}
      <Checkbox
        label={t('changeable')}
        description={t('changeableHelp')}
        value={rules.changeable}
        onChange={(changeable) => onChange({ changeable })}
      />
      {isOfMotions && (
        <RadioGroup
          label={t('silence')}
          name={`${name}.silence`}
          options={silenceRules.map((id) => ({
            id,
            label: t(`silences.${id}`),
            description: t(`silenceHelp.${id}`),
          }))}
          value={rules.silence}
          onChange={(silence) => onChange({ silence })}
        />
      )}
    </>
  );
}

function ChoiceRules({ rules, name, onChange }: RulesPartProps) {
  const { t } = useTranslation('rules');
  const { choices } = rules;
  const { words } = choices;
  const usual = { for: t('usual.for'), against: t('usual.against'), abstain: t('usual.abstain') };
  return (
    <>
      <Checkbox
        label={t('abstain')}
        description={t('abstainHelp')}
        value={choices.abstain}
        onChange={(abstain) => onChange({ choices: { ...choices, abstain } })}
      />
      <Checkbox
        label={t('ownWords')}
        value={words !== null}
        onChange={(has) => onChange({ choices: { ...choices, words: has ? usual : null } })}
      />
      {words !== null &&
        standardChoices.map((id) => (
          <TextField
            key={id}
            label={t(`words.${id}`)}
            name={`${name}.choices.words.${id}`}
            maxLength={200}
            value={words[id]}
            onChange={(word) =>
              onChange({ choices: { ...choices, words: { ...words, [id]: word } } })
            }
          />
        ))}
    </>
  );
}
