package dev.profilectl.profile;

import dev.profilectl.failure.Message;
import java.util.List;
import java.util.Map;

/** What can be told about a local store as a whole. */
public interface StoreCare {
  /** Facts by name, in the order to show them: path, schema, users, pictures, bytes … */
  Map<String, Object> info();

  /**
   * Looks the whole store over: the file, references between rows, every picture against its hash,
   * profiles against their history.
   *
   * @return what was found wrong, one sentence each; empty where all is well
   */
  List<Message> check();
}
