using System.Data.Common;

namespace PartyPortal.Web.Platform;

/// <summary>Whether a failure is the database's being away. Server engines wrap what may pass by itself in a failure of another kind.</summary>
internal static class DatabaseAway
{
    public static bool Is(Exception failure) => failure is DbException or InvalidOperationException { InnerException: DbException };
}
