import { Assets, PageRenderer } from '@evenhand/pages';
import { DEMONSTRATION_PEOPLE } from './demonstration-people';

const TEMPLATES = 'apps/embedded/src/provider/templates';

/** The pages of the demonstration provider, as whole documents. */
export class ProviderPages {
  private readonly renderer: PageRenderer;

  /** @param home where the pages of Evenhand are */
  constructor(
    assets: Assets,
    private readonly home: string,
  ) {
    this.renderer = new PageRenderer(assets, TEMPLATES);
  }

  /** Lets somebody pick whom to be. */
  people(): string {
    return this.render('Who do you want to sign in as?', 'people.njk', { people: DEMONSTRATION_PEOPLE });
  }

  /** Asks whether to sign out here as well. @param secret what its form must bring along */
  signOut(secret: string): string {
    return this.render('Sign out', 'sign-out.njk', {
      secret,
      message:
        'You are signed out of Evenhand. To sign in as somebody else, end the demonstration of signing in as well.',
      button: 'Sign out everywhere',
    });
  }

  /** Asks whether to stop being somebody, so as to be somebody else. @param secret what its form must bring along */
  changePerson(secret: string): string {
    return this.render('Change who you are', 'sign-out.njk', {
      secret,
      message: 'Until now you were signed in as somebody else. That ends when you go on.',
      button: 'Go on',
    });
  }

  /** For those who were signed out and come from nowhere. */
  signedOut(): string {
    return this.render('You are signed out', 'message.njk', {
      message: 'You are no longer signed in to the demonstration.',
    });
  }

  /** @param message what is wrong, in a sentence */
  error(message: string): string {
    return this.render('Sorry, that did not work', 'message.njk', { message });
  }

  private render(title: string, template: string, view: object): string {
    return this.renderer.render({ title, template, view: { ...view, home: this.home } });
  }
}
