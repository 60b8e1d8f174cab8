package dev.profilectl.cli.user;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Printer;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.UserId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code user create}. */
@Command(
    name = "create",
    header = {
      "Make users and print their ids.",
      "",
      "  profilectl user create ada --nickname \"Ada Lovelace\" --city London",
      "  profilectl user create bob --email bob@example.org --password-file bob.pass -o json"
    })
public final class UserCreateCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ChangeFlags change;
  @Mixin FieldFlags fields;

  @Parameters(
      paramLabel = "USERNAME",
      arity = "1..*",
      description = "1 to 64 of A-Z a-z 0-9 . _ -; @FILE or - for one a line.")
  List<String> usernames;

  /** In a workspace. */
  public UserCreateCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      UserWords words = UserWords.read(session, usernames);
      Map<Field, @Nullable Object> values = fields.values(session);
      if (values.containsKey(Field.USERNAME)) {
        throw new Usage(Message.of("usage.username-twice"));
      }
      EachUser each = new EachUser(session, words);
      ProfileRules rules = session.rules();
      List<Profile> made = new ArrayList<>();
      // Judged before the store is opened, so that a slip leaves no empty store behind.
      if (words.plain()) {
        NewUser.edit(rules, values, words.words().getFirst());
      }
      ProfileDirectory directory = session.directory(change, Feature.CREATE_USER);
      new Edits(session, each)
          .apply(
              directory,
              change,
              word -> NewUser.edit(rules, values, word),
              (word, outcome) -> {
                if (outcome instanceof Outcome.Created created) {
                  made.add(created.user());
                }
              });
      print(session, words, made);
      change.note(session);
      return change.exit(each.exitCode(), !made.isEmpty());
    }
  }

  private static void print(Session session, UserWords words, List<Profile> made) {
    Printer printer = session.printer();
    if (printer.structured() || session.format() == OutputFormat.CSV) {
      if (words.plain()) {
        printer.one(UserColumns.all(), made.getFirst());
        return;
      }
      try (Rows<Profile> rows = printer.many(UserColumns.all())) {
        made.forEach(rows::add);
      }
    } else {
      made.stream().map(Profile::id).map(UserId::text).forEach(printer::line);
    }
  }

  /** A user that is to be made from a name and values. */
  static final class NewUser {
    private NewUser() {}

    static Edit edit(ProfileRules rules, Map<Field, @Nullable Object> values, String username) {
      Map<Field, @Nullable Object> all = new EnumMap<>(Field.class);
      all.putAll(values);
      all.put(Field.USERNAME, username);
      UserId id =
          values.get(Field.ID) instanceof String text ? UserId.parse(text).orElse(null) : null;
      return new Edit.Create(id, rules.patch(all, true));
    }
  }
}
