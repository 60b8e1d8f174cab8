package dev.profilectl.remote;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Avatar;
import java.net.URI;

/** What has to be known of pictures, by whoever knows pictures. */
public interface Pictures {
  /**
   * What a picture is.
   *
   * @throws Failure.Invalid where the bytes are none
   */
  Avatar.Shape shape(byte[] picture);

  /** Whether both show the same, although one may have been encoded anew or made smaller. */
  boolean alike(byte[] one, byte[] other);

  /**
   * Fetches a picture that lies on a server which is not the target's, guarded against addresses
   * that only this machine can reach.
   */
  byte[] fetch(URI address);
}
