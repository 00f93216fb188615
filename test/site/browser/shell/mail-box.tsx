import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { ask, type SentMail } from './server';

const LINK = /(https?:\/\/[^\s<>"]+)/;

/** The mails that the site sent, whomever they are to. A link in one opens as the person who got it. */
export function MailBox({ timeZone }: { readonly timeZone: string }) {
  const [mails, setMails] = useState<readonly SentMail[]>();
  const open = async () => setMails((await ask<{ mails: SentMail[] }>('/__shell/mails')).mails);
  return (
    <>
      <Button spacing="compact" onClick={() => void open()}>
        Mail
      </Button>
      <ModalTransition>
        {mails ? (
          <Modal width="medium" onClose={() => setMails(undefined)}>
            <ModalHeader hasCloseButton>
              <ModalTitle>Mail this site sent</ModalTitle>
            </ModalHeader>
            <ModalBody>
              {mails.length === 0 ? <p>No mail was sent yet.</p> : null}
              {mails.map((mail, index) => (
                <Mail key={index} mail={mail} timeZone={timeZone} />
              ))}
            </ModalBody>
          </Modal>
        ) : null}
      </ModalTransition>
    </>
  );
}

function Mail({ mail, timeZone }: { readonly mail: SentMail; readonly timeZone: string }) {
  const at = new Date(mail.at).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const body = mail.text ?? mail.html ?? '';
  return (
    <article className="mail">
      <h2>{mail.subject}</h2>
      <p className="mail-head">
        To {mail.name}, {at}, about {mail.issue}
      </p>
      <div className="mail-body">
        {body
          .split(LINK)
          .map((part, index) => (LINK.test(part) ? <MailLink key={index} to={mail.to} url={part} /> : part))}
      </div>
    </article>
  );
}

/** The site is not on the internet: its addresses lead to this machine. */
function MailLink({ to, url }: { readonly to: string; readonly url: string }) {
  const { hostname, pathname, search, hash } = new URL(url);
  const isOfSite = hostname.endsWith('.atlassian.net') || hostname === location.hostname;
  const address = isOfSite ? pathname + search + hash : url;
  const follow = async () => {
    await ask('/__shell/sign-in', { accountId: to });
    location.assign(address);
  };
  return (
    <a
      href={address}
      onClick={(event) => {
        if (!isOfSite) return;
        event.preventDefault();
        void follow();
      }}
    >
      {url}
    </a>
  );
}
