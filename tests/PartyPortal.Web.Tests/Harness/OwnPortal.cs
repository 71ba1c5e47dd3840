namespace PartyPortal.Web.Tests.Harness;

/// <summary>A host and a database for one class of tests: where time moves, or what is done holds for everybody.</summary>
public sealed class OwnPortal : Portal;
