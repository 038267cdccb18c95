import SunMoon from 'lucide-react/icons/sun-moon';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '../locales/index.ts';
import { languages } from '../locales/locale.ts';
import { Menu, type MenuAction } from '../primitives/Menu.tsx';
import { chooseTheme, useThemeChoice } from '../primitives/theme.ts';

/** Background and language, as this person wants them on this machine. */
export function DisplayMenu() {
  const { t } = useTranslation('shell');
  const theme = useThemeChoice();
  const themes: MenuAction[] = [
    {
      id: 'auto',
      label: t('themeAuto'),
      description: t('themeAutoHelp'),
      isChosen: theme === 'auto',
      onAction: () => chooseTheme('auto'),
    },
    {
      id: 'light',
      label: t('themeLight'),
      isChosen: theme === 'light',
      onAction: () => chooseTheme('light'),
    },
    {
      id: 'dark',
      label: t('themeDark'),
      isChosen: theme === 'dark',
      onAction: () => chooseTheme('dark'),
    },
    {
      id: 'system',
      label: t('themeSystem'),
      isChosen: theme === 'system',
      onAction: () => chooseTheme('system'),
    },
  ];
  const words = languages.map((language) => ({
    id: language,
    label: t(language),
    isChosen: currentLanguage() === language,
    onAction: () => void chooseLanguage(language),
  }));
  return (
    <Menu
      label={t('display')}
      icon={SunMoon}
      groups={[
        { id: 'theme', title: t('theme'), items: themes },
        { id: 'language', title: t('language'), items: words },
      ]}
    />
  );
}
