# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props BannedSymbols.txt global.json .editorconfig ./
COPY src/PartyOrg.Domain/PartyOrg.Domain.csproj src/PartyOrg.Domain/
COPY src/PartyOrg.Application/PartyOrg.Application.csproj src/PartyOrg.Application/
COPY src/PartyOrg.Infrastructure/PartyOrg.Infrastructure.csproj src/PartyOrg.Infrastructure/
COPY src/PartyOrg.WebApi/PartyOrg.WebApi.csproj src/PartyOrg.WebApi/
ARG TARGETARCH
RUN dotnet restore src/PartyOrg.WebApi/PartyOrg.WebApi.csproj -a $TARGETARCH -p:PublishReadyToRun=true
COPY src src
RUN dotnet publish src/PartyOrg.WebApi/PartyOrg.WebApi.csproj -c Release -a $TARGETARCH --no-restore --no-self-contained -p:PublishReadyToRun=true -o /app \
    && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=1654:1654 /data /data
ENV ASPNETCORE_URLS=http://+:8080 PARTYORG_DATA_DIR=/data
USER $APP_UID
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["dotnet", "partyorg.dll"]
