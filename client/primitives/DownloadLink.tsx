import type { ReactNode } from 'react';
import { Icon, type IconType } from './Icon.tsx';
import styles from './DownloadLink.module.css';

interface DownloadLinkProps {
  href: string;
  icon: IconType;
  children: ReactNode;
}

/** The browser saves the file under the name that the server gives it. */
export const DownloadLink = ({ href, icon, children }: DownloadLinkProps) => (
  <a className={styles.download} href={href} download>
    <Icon of={icon} />
    {children}
  </a>
);
