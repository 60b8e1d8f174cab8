package dev.profilectl.remote;

import dev.profilectl.dialect.Account;
import dev.profilectl.dialect.Call;
import dev.profilectl.dialect.Tokens;
import dev.profilectl.dialect.Translator;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.AvatarLimits;
import dev.profilectl.profile.AvatarVersion;
import dev.profilectl.profile.Credential;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.History;
import dev.profilectl.profile.KeptAvatar;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.Replacements;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import dev.profilectl.profile.Wait;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A system behind its API. Most know a user only by the user's own token, so whoever is named is
 * compared with the token's owner before anything is sent. May be used by many threads.
 */
final class RemoteDirectory implements ProfileDirectory {
  private final Hub hub;
  private final AvatarLimits limits;
  private final AccessBook book;
  private final AvatarPlace place;
  private final Pictures pictures;
  private final Known known;
  private final Map<String, Access> entrusted = new ConcurrentHashMap<>();
  private volatile @Nullable Replacements replacements;

  /** Over a connection. */
  RemoteDirectory(Connection connection, AccessBook book, Surroundings surroundings) {
    this.hub = connection.hub();
    this.limits = connection.limits();
    this.place = new AvatarPlace(hub, connection.base(), connection.fileBase(), surroundings);
    this.book = book;
    this.pictures = surroundings.pictures();
    this.known = new Known(surroundings.clock());
  }

  @Override
  public String name() {
    return hub.target() + " (" + hub.translator().system().word() + ")";
  }

  @Override
  public Set<Feature> features() {
    Set<Feature> features = EnumSet.of(Feature.TOKEN_PER_USER);
    features.addAll(hub.translator().features());
    return features;
  }

  @Override
  public Set<Field> settable() {
    return hub.translator().settable();
  }

  @Override
  public AvatarLimits avatarLimits() {
    return limits;
  }

  @Override
  public void entrust(UserRef user, Credential credential) {
    Access access =
        switch (credential) {
          case Credential.ByToken given -> new GivenAccess(new Tokens(given.token(), null), null);
          case Credential.ByLogin login -> new LoginAccess(hub, login.login());
        };
    entrusted.put(user.text(), access);
  }

  private Access access(UserRef user) {
    Access own = entrusted.get(user.text());
    return own == null ? book.of(user) : own;
  }

  @Override
  public Optional<Profile> find(UserRef user) {
    Line line = line(user);
    if (user instanceof UserRef.ById byId) {
      Optional<UserId> id = UserId.anySystem(byId.text());
      Optional<Call> read = id.flatMap(hub.translator()::readById);
      if (id.isEmpty() || read.isPresent()) {
        Optional<Account> there = read.flatMap(line::read);
        there.ifPresent(
            account -> known.put(line, account, id.equals(Optional.ofNullable(line.knownOwner()))));
        return there.map(Account::profile);
      }
    }
    Account owner = line.owner();
    known.put(line, owner, true);
    if (!isMeant(user, owner.profile())) {
      throw somebodyElse(owner.profile(), user.text());
    }
    return Optional.of(owner.profile());
  }

  @Override
  public int atOnce() {
    return hub.patience().concurrency();
  }

  @Override
  public List<Lookup> findAll(List<UserRef> users, Set<Field> fields) {
    return new Workers(atOnce()).each(users, UserRef::text, this::lookup);
  }

  /** Whoever was found before is read by the same connection again, whatever named it then. */
  private Line line(UserRef user) {
    Optional<Line> before =
        user instanceof UserRef.ById byId
            ? UserId.anySystem(byId.text()).flatMap(known::line)
            : Optional.empty();
    return before.orElseGet(() -> new Line(hub, access(user)));
  }

  private static boolean isMeant(UserRef user, Profile owner) {
    String text = user.text();
    boolean byId = owner.id().text().equals(text);
    boolean byName =
        owner.get(Field.USERNAME) instanceof String name
            && name.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT));
    return switch (user) {
      case UserRef.Owner _ -> true;
      case UserRef.ById _ -> byId;
      case UserRef.ByUsername _ -> byName;
      case UserRef.ByEmail byEmail -> byEmail.text().equals(owner.get(Field.EMAIL));
      case UserRef.ByEither _ -> byId || byName;
    };
  }

  private Failure.Denied somebodyElse(Profile owner, String asked) {
    return new Failure.Denied(
        Message.of("remote.somebody-else", hub.target(), owner.username(), owner.id(), asked));
  }

  /** The owner of the connection for a user, who has to be that user. */
  private Account owner(Line line, UserId user) {
    Account owner = known.takeOwner(user).orElseGet(line::owner);
    if (!owner.profile().id().equals(user)) {
      throw somebodyElse(owner.profile(), user.text());
    }
    return owner;
  }

  private Line line(UserId user) {
    return known.line(user).orElseGet(() -> new Line(hub, book.of(new UserRef.ById(user.text()))));
  }

  @Override
  public ProfilePatch kept(ProfilePatch patch) {
    return hub.translator().kept(patch);
  }

  @Override
  public void refuse(Profile before, Edit.Update edit) {
    Line line = line(before.id());
    Account owner = owner(line, before.id());
    known.put(line, owner, true);
    Refusals.ifUnsupported(this, edit.patch());
    new ProfileChange(hub, line).refuse(owner, edit);
  }

  @Override
  public List<Outcome> apply(List<Edit> edits, Origin origin) {
    return new Workers(atOnce())
        .each(edits, RemoteDirectory::user, edit -> apply(edit, origin.run()));
  }

  private static UserId user(Edit edit) {
    return switch (edit) {
      case Edit.Update update -> update.user();
      case Edit.SetAvatar set -> set.user();
      case Edit.AdoptAvatar adopt -> adopt.user();
      case Edit.Create _, Edit.Delete _, Edit.Undelete _, Edit.RemoveAvatar _ ->
          throw new IllegalArgumentException("no feature of a remote system: " + edit);
    };
  }

  private Outcome apply(Edit edit, String run) {
    try {
      if (edit instanceof Edit.Update update) {
        Refusals.ifUnsupported(this, update.patch());
      }
      Line line = line(user(edit));
      Account before = owner(line, user(edit));
      return switch (edit) {
        case Edit.Update update -> {
          ProfileChange.Result result = new ProfileChange(hub, line).make(before, update);
          known.put(line, result.after(), true);
          yield result.outcome();
        }
        case Edit.SetAvatar set ->
            replace(run, before, set, () -> change(line).set(before, set.avatar()));
        case Edit.AdoptAvatar adopt ->
            replace(run, before, adopt, () -> change(line).adopt(before, adopt.file()));
        default -> throw new IllegalArgumentException(edit.toString());
      };
    } catch (Failure failure) {
      return new Outcome.Failed(failure);
    }
  }

  private AvatarChange change(Line line) {
    return new AvatarChange(hub, line, place, pictures);
  }

  private Outcome replace(String run, Account before, Edit edit, Supplier<Outcome> set) {
    Replacements keeper = replacements;
    return keeper == null
        ? set.get()
        : new Replacing(place, pictures, keeper).around(run, before, edit, set);
  }

  @Override
  public void keepReplaced(Replacements keeper) {
    replacements = keeper;
  }

  @Override
  public void onWait(Consumer<Wait> told) {
    hub.pace().onWait(told);
  }

  @Override
  public Optional<Avatar> avatar(UserId user) {
    Line line = line(user);
    Optional<Call> byId = hub.translator().readById(user);
    Account account = byId.isPresent() ? line.read(byId.get()).orElse(null) : owner(line, user);
    if (account == null || !(account.profile().get(Field.AVATAR_URL) instanceof String url)) {
      return Optional.empty();
    }
    return place.fetch(url).flatMap(bytes -> Replacing.avatar(pictures, url, bytes));
  }

  @Override
  public void list(Consumer<Profile> each) {
    throw new IllegalStateException("no feature of a remote system");
  }

  @Override
  public Optional<History> history(UserRef user) {
    throw new IllegalStateException("no feature of a remote system");
  }

  @Override
  public List<AvatarVersion> avatarVersions(UserId user) {
    throw new IllegalStateException("no feature of a remote system");
  }

  @Override
  public Optional<KeptAvatar> keptAvatar(UserId user, long version) {
    throw new IllegalStateException("no feature of a remote system");
  }

  @Override
  public void close() {
    hub.wire().close();
  }

  /** The language that is spoken, for what is not a profile. */
  Translator translator() {
    return hub.translator();
  }
}
